package dev.newera.local.faults;

/** Where a record stands in the topics. */
record Place(String topic, int partition, long offset) {}
