/** Clients that ask as fast as they are answered, or as often as they are told to, what they ask, and a server to show how fast they can be. Knows no database. */
package dev.newera.bench.load;
