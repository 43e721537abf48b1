package io.arrayport.conformance.fuzz;

import java.util.List;

/**
 * What came of one family.
 *
 * @param cases how many were run
 * @param cuts of which were sound files that were cut off
 * @param everyCut how many cuts there are: one at each byte of each file
 * @param refused with the name of the field
 * @param read taken, and read and written to the last byte
 * @param taken and not followed
 * @param complaints about the others
 */
record Tally(String family, long cases, long cuts, long everyCut, long refused, long read, long taken, double seconds,
        List<Complaint> complaints) {
    Tally {
        complaints = List.copyOf(complaints);
    }
}
