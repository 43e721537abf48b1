package io.arrayport.core.ndarray;

/** Options of the assertions of {@code np.testing}. */
@Positional(2)
public sealed interface AssertionOption extends Option
        permits AssertionOption.ErrMsg, AssertionOption.Verbose, AssertionOption.Strict {
    /**
     * What the message of a failure begins with.
     *
     * @param text before what differs
     */
    record ErrMsg(String text) implements AssertionOption, CloseAssertionOption, DecimalAssertionOption {}

    /**
     * Whether the message of a failure shows both arrays.
     *
     * @param shown whether it does, which is the default
     */
    record Verbose(boolean shown) implements AssertionOption, CloseAssertionOption, DecimalAssertionOption {}

    /**
     * Whether shapes and element types have to be the same; else a number stands for any shape.
     *
     * @param same whether they have to
     */
    record Strict(boolean same) implements AssertionOption, CloseAssertionOption {}
}
