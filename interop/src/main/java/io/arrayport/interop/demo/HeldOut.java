package io.arrayport.interop.demo;

/** Which rows the model was not trained on. The same rule stands in {@code examples/train_delay_model.py}. */
final class HeldOut {
    private static final int FOLDS = 5;

    private HeldOut() {}

    /** Every fifth row, by its number in the file. */
    static boolean is(long row) {
        return row % FOLDS == FOLDS - 1;
    }
}
