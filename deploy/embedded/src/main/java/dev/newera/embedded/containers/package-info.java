/** The backbone from a Docker engine, through Testcontainers, for those who would rather test what they deploy. */
package dev.newera.embedded.containers;
