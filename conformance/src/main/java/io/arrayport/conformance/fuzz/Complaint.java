package io.arrayport.conformance.fuzz;

/**
 * A case that did not go as it has to.
 *
 * @param index of the case; -1 where it is what all cases left over
 */
record Complaint(String family, long seed, long index, String what) {
    /** The command that runs it again, alone. */
    String again() {
        return "./arrayport fuzz --family " + family + " --seed " + seed + " --case " + index;
    }

    @Override
    public String toString() {
        return family + ", seed " + seed + (index < 0 ? "" : ", case " + index) + ": " + what
                + (index < 0 ? "" : " (again: " + again() + ")");
    }
}
