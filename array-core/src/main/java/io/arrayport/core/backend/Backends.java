package io.arrayport.core.backend;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import org.jspecify.annotations.Nullable;

/**
 * The backends that are installed, one a kind of device; each looked up once. That of main memory is ours; the others
 * are looked for when one is asked for, which opens every jar of the class path: ten additions of a million numbers.
 */
final class Backends {
    private static final Backend CPU = ours();

    /** Those of other modules. */
    private static final class Installed {
        static final Map<DeviceType, Backend> ALL = installed();
    }

    private Backends() {}

    static Backend of(String operation, Device device) {
        Backend backend = of(device.type());
        if (backend == null) {
            throw new DeviceException(operation + ": no module here computes on " + device + ", only on "
                    + Installed.ALL.keySet() + "; make or copy the arrays there");
        }
        FloatErrors errors = FloatErrors.current();
        return errors.isIgnored() ? backend : backend.watching(operation, errors);
    }

    private static @Nullable Backend of(DeviceType type) {
        return type == DeviceType.CPU ? CPU : Installed.ALL.get(type);
    }

    static Optional<Streams> streams(Device device) {
        Backend backend = of(device.type());
        return backend == null ? Optional.empty() : backend.streams(device);
    }

    /** By name: loops stand above this package. */
    private static Backend ours() {
        try {
            return Class.forName("io.arrayport.core.loop.CpuBackend").asSubclass(Backend.class).getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("backend: that of main memory is missing", impossible);
        }
    }

    private static Map<DeviceType, Backend> installed() {
        Map<DeviceType, Backend> found = new EnumMap<>(DeviceType.class);
        found.put(DeviceType.CPU, CPU);
        for (Backend backend : ServiceLoader.load(Backend.class, Backend.class.getClassLoader())) {
            found.putIfAbsent(backend.deviceType(), backend);
        }
        return found;
    }
}
