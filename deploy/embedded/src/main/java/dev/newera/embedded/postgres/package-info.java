/**
 * Runs the PostgreSQL of the zonky Maven artifacts as processes of this machine: unpacks it once, makes a data folder,
 * starts and stops the server, also for root. It knows no table and opens no connection.
 */
package dev.newera.embedded.postgres;
