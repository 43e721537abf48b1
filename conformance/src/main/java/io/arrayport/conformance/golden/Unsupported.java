package io.arrayport.conformance.golden;

/** A case asks for a value that Arrayport has no form of, or for what a device does not do: missing, not wrong. */
final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    Unsupported(String what) {
        this(Outcome.MISSING, what);
    }

    Unsupported(Outcome outcome, String what) {
        super(what, null, false, false);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
