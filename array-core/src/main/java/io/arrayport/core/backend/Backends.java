package io.arrayport.core.backend;

import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;

import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;

/** The backends that are installed, one a kind of device; looked up once. */
final class Backends {
    private static final Map<DeviceType, Backend> INSTALLED = installed();

    private Backends() {}

    static Backend of(String operation, Device device) {
        Backend backend = INSTALLED.get(device.type());
        if (backend == null) {
            throw new DeviceException(operation + ": no module here computes on " + device + ", only on "
                    + INSTALLED.keySet() + "; make or copy the arrays there");
        }
        FloatErrors errors = FloatErrors.current();
        return errors.isIgnored() ? backend : backend.watching(operation, errors);
    }

    private static Map<DeviceType, Backend> installed() {
        Map<DeviceType, Backend> found = new EnumMap<>(DeviceType.class);
        for (Backend backend : ServiceLoader.load(Backend.class, Backend.class.getClassLoader())) {
            found.putIfAbsent(backend.deviceType(), backend);
        }
        return found;
    }
}
