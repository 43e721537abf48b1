package io.arrayport.conformance.fuzz.cases;

import org.jspecify.annotations.Nullable;

/** A case did not go as it has to. */
final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String what) {
        super(what);
    }

    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new Wrong(otherwise);
        }
    }

    /** A refusal has to say one of these names. */
    static void unlessNamed(@Nullable String message, Iterable<String> names) {
        String said = String.valueOf(message);
        for (String name : names) {
            if (said.contains(name)) {
                return;
            }
        }
        throw new Wrong("the refusal names none of " + names + ": " + said);
    }
}
