package io.arrayport.core.exchange;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Bytes moved in an exchange: on by default, because a copy is never silent. */
@Name("io.arrayport.Copy")
@Label("Copy")
@Category("Arrayport")
@Description("An exchange copied bytes.")
@StackTrace(true)
public final class CopyEvent extends Event {
    @Label("Target")
    String target = "";

    @Label("Reason")
    String reason = "";

    @Label("Bytes")
    @DataAmount
    long bytes;

    private CopyEvent() {}

    /**
     * Reports a copy.
     *
     * @param target who needed it
     * @param reason why the bytes could not be shared
     * @param bytes moved
     */
    public static void emit(String target, String reason, long bytes) {
        CopyEvent event = new CopyEvent();
        if (event.shouldCommit()) {
            event.target = target;
            event.reason = reason;
            event.bytes = bytes;
            event.commit();
        }
    }
}
