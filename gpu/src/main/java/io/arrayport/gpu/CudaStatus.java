package io.arrayport.gpu;

import java.util.List;

/**
 * What there is of CUDA on this machine.
 *
 * @param available whether a driver answers and has at least one device
 * @param detail the driver and its devices, or why there is none
 * @param remedy the line that mends it; empty where nothing needs mending
 * @param devices the devices, in the driver's order
 */
public record CudaStatus(boolean available, String detail, String remedy, List<CudaDevice> devices) {
    static CudaStatus missing(String detail, String remedy) {
        return new CudaStatus(false, detail, remedy, List.of());
    }
}
