package io.arrayport.torch;

import java.util.Objects;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.arrayport.dlpack.DlpackRaw;
import org.jspecify.annotations.Nullable;

/**
 * An NDArray over memory of ours. Closing it runs our deleter under DJL's native code, which at the end of a thread's
 * stack would take the VM with it: there it is closed a little later, on another thread. So it is where a thread shares
 * it right now: the last one closes it.
 */
class SharedNDArray extends PtNDArray {
    /** Null while the constructor above lets the manager, and so a thread that closes it, see this. */
    private final @Nullable Uses uses;

    SharedNDArray(PtNDManager manager, long handle) {
        super(manager, handle);
        uses = new Uses(this::delete);
    }

    /** The handle is good between these. */
    Uses uses() {
        return Objects.requireNonNull(uses);
    }

    @Override
    public void close() {
        Uses known = uses;
        if (known == null) {
            delete();
        } else {
            known.close();
        }
    }

    private void delete() {
        DlpackRaw.releaseWithStack(super::close);
    }
}
