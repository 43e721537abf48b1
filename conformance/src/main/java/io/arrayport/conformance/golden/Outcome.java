package io.arrayport.conformance.golden;

/** What became of a case. */
public enum Outcome {
    /** As NumPy. */
    PASSED,
    /** Not as NumPy. */
    FAILED,
    /** It asks for a function, a keyword, an element type or a form of argument that is not there. */
    MISSING,
    /** On a device: it does not compute this, and says so. */
    REFUSED,
    /** On a device: there is no array in it that could lie there. */
    ELSEWHERE
}
