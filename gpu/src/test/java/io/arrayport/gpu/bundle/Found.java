package io.arrayport.gpu.bundle;

import io.arrayport.gpu.CudaDriver;
import io.arrayport.gpu.CudaStatus;

/** Says which GPU is here; where none is, in one line what to do, and fails. */
final class Found {
    private Found() {}

    /** @param none that are looked at */
    public static void main(String[] none) {
        CudaStatus status = CudaDriver.probe();
        System.out.println(status.available() ? status.detail() : status.detail() + "; " + status.remedy());
        System.exit(status.available() ? 0 : 1);
    }
}
