package dev.newera.local.faults;

/**
 * Something bad that may happen to the system.
 *
 * @param number its line in the list of faults
 * @param name what happens, as a person would say it
 */
record Fault(int number, String name, Strike strike) {

    /** Does it. When this returns, whatever was taken away is given back. */
    @FunctionalInterface
    interface Strike {
        void on(Trial trial) throws Exception;
    }

    @Override
    public String toString() {
        return number + ": " + name;
    }
}
