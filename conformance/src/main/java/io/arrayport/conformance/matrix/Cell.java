package io.arrayport.conformance.matrix;

/**
 * One exchange and what came of it.
 *
 * @param source who made the array
 * @param target what it was to become
 * @param dtype of its elements, NumPy's name
 * @param layout as {@link Sample} names it
 * @param outcome as {@link Outcome} names it
 * @param proof what was seen; where nothing is shared the reason, where something is wrong what
 */
record Cell(String source, String target, String dtype, String layout, Outcome outcome, String proof) {
    /** The ends an exchange may have. */
    enum Outcome {
        /** One address on both sides, and each saw what the other wrote. */
        ZERO_COPY("zero-copy"),
        /** Refused for the right reason, though a copy can go: one went when it was asked for, and was reported. */
        NEEDS_COPY("needs a copy"),
        /** Refused for the right reason, whether it may copy or not. */
        REFUSED("refused"),
        /** The source has no such array. */
        NO_SOURCE("no such source"),
        /** Something is not as it has to be. */
        WRONG("wrong");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
