package dev.newera.tagging.kafka;

/** A record cannot be used. The message says why, for operators, and never quotes the record. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String reason) {
        super(reason);
    }
}
