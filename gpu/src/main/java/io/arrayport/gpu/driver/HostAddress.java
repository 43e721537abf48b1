package io.arrayport.gpu.driver;

import jcuda.Pointer;

/** An address in main memory that the driver writes here. */
final class HostAddress extends Pointer {
    long value() {
        return getNativePointer();
    }
}
