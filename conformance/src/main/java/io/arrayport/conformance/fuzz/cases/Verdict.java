package io.arrayport.conformance.fuzz.cases;

/** What came of a case that went as it has to. */
public enum Verdict {
    /** Refused, with the name of the field. */
    REFUSED,
    /** Taken, and every byte that it describes was read, and written where that is allowed. */
    READ,
    /** Taken, and not followed: it describes more than there is, which nobody can check, or is on a device. */
    TAKEN
}
