package io.arrayport.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.arrayport.dlpack.DlpackRaw;

/**
 * An NDArray over memory of ours. Closing it runs our deleter under DJL's native code, which at the end of a thread's
 * stack would take the VM with it: there it is closed a little later, on another thread.
 */
class SharedNDArray extends PtNDArray {
    SharedNDArray(PtNDManager manager, long handle) {
        super(manager, handle);
    }

    @Override
    public void close() {
        DlpackRaw.releaseWithStack(super::close);
    }
}
