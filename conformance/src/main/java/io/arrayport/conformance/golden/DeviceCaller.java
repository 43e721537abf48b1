package io.arrayport.conformance.golden;

import static io.arrayport.core.Np.np;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.arrayport.core.Np;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import org.jspecify.annotations.Nullable;

/**
 * Puts calls to a device: arrays are there during the call, and whatever becomes of them is back before anybody looks.
 * What the device refuses is no answer, nor is what no array of the case could show.
 */
public final class DeviceCaller implements Caller {
    /** How the messages of a device that fails begin; those of what it does not compute begin with the operation. */
    private static final String FAILURE = "cuda";
    /** How those of the memory begin that the processor was to follow. */
    private static final String ACCESS = "access";

    /** How those begin of elements that do not go to devices. */
    private static final String TRANSFER = "toDevice";

    private final Device device;
    private final Np there;
    private @Nullable Crossing crossing;

    /** @throws DeviceException if there is no such device */
    public DeviceCaller(Device device) {
        this.device = device;
        this.there = np.on(device);
    }

    @Override
    public @Nullable Object call(String name, List<?> args, Map<String, ?> kwargs) {
        // A function that was an argument is called over there
        if (crossing != null || Runner.CONTEXTS.contains(name)) {
            return there.call(name, args, kwargs);
        }
        crossing = new Crossing(device);
        try {
            return call(name, args, kwargs, crossing);
        } finally {
            crossing = null;
        }
    }

    @SuppressWarnings("unchecked") // What crosses keeps its shape: a map of names stays one
    private @Nullable Object call(String name, List<?> args, Map<String, ?> kwargs, Crossing way) {
        try {
            return way.back(there.call(name, (List<?>) Objects.requireNonNull(way.there(args)),
                    (Map<String, ?>) Objects.requireNonNull(way.there(kwargs))));
        } catch (DeviceException refused) {
            String message = String.valueOf(refused.getMessage());
            if (message.startsWith(FAILURE)) {
                throw refused;
            }
            String word = message.substring(0, message.indexOf(':'));
            throw new Unsupported(Outcome.REFUSED, word.equals(ACCESS) ? word + " by " + name : word);
        } catch (DTypeException refused) {
            String message = String.valueOf(refused.getMessage());
            throw message.startsWith(TRANSFER) ? new Unsupported(Outcome.REFUSED, TRANSFER) : refused;
        } finally {
            way.settle();
        }
    }
}
