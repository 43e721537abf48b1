package io.arrayport.interop.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * What the demo did.
 *
 * @param rows of the input
 * @param columnBytesCopied bytes of columns, in or out, that were copied on the way
 * @param steps of the way, in order
 * @param heldOutRows every fifth row: the errors are means over these, which the bundled model was not trained on
 * @param mae mean absolute error of the model on held-out rows, in the target's unit
 * @param baselineMae that of predicting the training rows' median for all
 * @param output the file that was written
 */
public record DemoReport(long rows, long columnBytesCopied, List<Step> steps, long heldOutRows,
        double mae, double baselineMae, Path output) {}
