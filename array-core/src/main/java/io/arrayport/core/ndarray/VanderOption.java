package io.arrayport.core.ndarray;

/** Options of {@code np.vander}. */
public sealed interface VanderOption extends Option permits VanderOption.N, VanderOption.Increasing {
    /**
     * How many columns.
     *
     * @param columns as many as rows unless given
     */
    record N(long columns) implements VanderOption {
        @Override
        public String keyword() {
            return "N";
        }
    }

    /**
     * Whether powers grow from left to right.
     *
     * @param increasing whether they do
     */
    record Increasing(boolean increasing) implements VanderOption {}
}
