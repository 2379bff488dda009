/** Clients that ask as fast as they are answered, what they ask, and a server to show how fast they can be. Knows no database. */
package dev.newera.bench.load;
