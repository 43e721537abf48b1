package io.arrayport.interop.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * What the demo did.
 *
 * @param rows of the input
 * @param columnBytesCopied bytes of columns, in or out, that were copied on the way
 * @param modelCastBytes bytes the model made for itself by casting columns to float32; not the way's doing
 * @param steps of the way, in order
 * @param heldOutRows rows the model was not trained on, over which the errors are means
 * @param mae mean absolute error of the model on held-out rows, in the target's unit
 * @param baselineMae that of predicting the training rows' median for all
 * @param output the file that was written
 */
public record DemoReport(long rows, long columnBytesCopied, long modelCastBytes, List<Step> steps, long heldOutRows,
        double mae, double baselineMae, Path output) {}
