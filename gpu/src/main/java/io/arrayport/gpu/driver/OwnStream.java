package io.arrayport.gpu.driver;

import jcuda.driver.CUstream;

/** A stream whose number can be told to neighbours. */
final class OwnStream extends CUstream {
    long handle() {
        return getNativePointer();
    }
}
