package io.arrayport.conformance.parity;

import java.nio.file.Path;

import io.arrayport.conformance.rules.Glob;
import io.arrayport.core.memory.Device;

/** One in so many golden cases on a device, in a JVM of its own: a wild access there ends it. */
final class DeviceShare {
    private DeviceShare() {}

    public static void main(String[] arguments) {
        System.out.println(CudaHere.ready(Path.of(arguments[0]), System.getProperty("java.class.path")));
        DeviceParity parity = DeviceParity.run(Device.cuda(0), Glob.of("*"), Integer.parseInt(arguments[1]), _ -> {});
        System.out.print(parity.text());
        parity.failures().forEach(result -> System.out.println("failed  " + ParityText.line(result)));
        System.out.println("survived");
    }
}
