package io.arrayport.conformance.golden;

/** A case asks for a value that Arrayport has no form of: it is missing, not wrong. */
final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsupported(String what) {
        super(what, null, false, false);
    }
}
