package io.arrayport.core.memory;

import java.util.Locale;

/**
 * One device.
 *
 * @param type its kind
 * @param id its number among its kind, from 0
 */
public record Device(DeviceType type, int id) {
    /** Main memory. */
    public static final Device CPU = new Device(DeviceType.CPU, 0);

    @Override
    public String toString() {
        String name = type.name().toLowerCase(Locale.ROOT);
        return type == DeviceType.CPU ? name : name + ":" + id;
    }
}
