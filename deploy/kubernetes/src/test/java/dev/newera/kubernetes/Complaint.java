package dev.newera.kubernetes;

/** What is wrong with a manifest, in words for whoever wrote it. */
record Complaint(Manifest about, String what) {

    @Override
    public String toString() {
        return about + ": " + what;
    }
}
