package io.arrayport.gpu.library;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A device computes in a slower way than it could. */
@Name("io.arrayport.CudaFallback")
@Label("CUDA fallback")
@Category("Arrayport")
@Description("An operation on a CUDA device takes a slower way, with the same results.")
@StackTrace(true)
public final class FallbackEvent extends Event {
    @Label("Operation")
    String operation = "";

    @Label("Reason")
    String reason = "";

    private FallbackEvent() {}

    /**
     * Reports it.
     *
     * @param operation that is slower
     * @param reason why
     */
    public static void emit(String operation, String reason) {
        FallbackEvent event = new FallbackEvent();
        if (event.shouldCommit()) {
            event.operation = operation;
            event.reason = reason;
            event.commit();
        }
    }
}
