package io.arrayport.gpu.driver;

import io.arrayport.core.error.DeviceException;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** What the driver's functions return, as exceptions. */
final class Calls {
    private Calls() {}

    /** @throws DeviceException unless {@code result} is success */
    static void check(String function, int result) {
        if (result != CUresult.CUDA_SUCCESS) {
            throw failure(function, result);
        }
    }

    static DeviceException failure(String function, int result) {
        return new DeviceException("cuda: " + function + " gives " + CUresult.stringFor(result) + " (" + result + ": "
                + text(result) + ")" + remedy(result));
    }

    private static String text(int result) {
        String[] text = new String[1];
        return JCudaDriver.cuGetErrorString(result, text) == CUresult.CUDA_SUCCESS && text[0] != null ? text[0]
                : "an error that this driver does not know";
    }

    /** An error of a kernel stays with the context: nothing computes there any more. */
    private static String remedy(int result) {
        return switch (result) {
            case CUresult.CUDA_ERROR_ILLEGAL_ADDRESS, CUresult.CUDA_ERROR_MISALIGNED_ADDRESS,
                    CUresult.CUDA_ERROR_ILLEGAL_INSTRUCTION, CUresult.CUDA_ERROR_LAUNCH_FAILED,
                    CUresult.CUDA_ERROR_LAUNCH_TIMEOUT, CUresult.CUDA_ERROR_ASSERT,
                    CUresult.CUDA_ERROR_HARDWARE_STACK_ERROR, CUresult.CUDA_ERROR_INVALID_ADDRESS_SPACE,
                    CUresult.CUDA_ERROR_INVALID_PC, CUresult.CUDA_ERROR_ECC_UNCORRECTABLE ->
                "; the device computes nothing more in this process, start a new one";
            default -> "";
        };
    }
}
