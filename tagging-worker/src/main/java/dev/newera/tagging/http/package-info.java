/**
 * Speaks HTTP: {@code POST /v1/analyses} says of a text that is not stored what the worker would say of a tweet. Every error
 * is problem+json (RFC 9457) and helps the person who reads it.
 *
 * <p>What never comes in: how a text is tagged, Kafka, anything that is kept between two requests.
 */
package dev.newera.tagging.http;
