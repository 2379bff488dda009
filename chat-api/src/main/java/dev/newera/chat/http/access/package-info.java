/**
 * Who asks, whether they may, and how much: API keys, tokens of an identity provider, limits for each client, and the headers that
 * tell browsers what a page may do. What each endpoint needs stands on it ({@code @PermissionsAllowed}); whose tweet is whose is the
 * vocabulary's ({@link dev.newera.chat.Caller}). Refusals are turned into problems where all others are, one package up.
 */
package dev.newera.chat.http.access;
