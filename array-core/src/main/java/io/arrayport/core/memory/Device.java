package io.arrayport.core.memory;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One device.
 *
 * @param type its kind
 * @param id its number among its kind, from 0
 */
public record Device(DeviceType type, int id) {
    /** @throws IllegalArgumentException if {@code id} is negative */
    public Device {
        Objects.requireNonNull(type, "type");
        if (id < 0) {
            throw new IllegalArgumentException("device: id " + id + " is negative");
        }
    }

    /** Main memory. */
    public static final Device CPU = new Device(DeviceType.CPU, 0);

    /** The NVIDIA device of number {@code id}. */
    public static Device cuda(int id) {
        return new Device(DeviceType.CUDA, id);
    }

    // By hand: what a record does by itself costs the start of a process as much as a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Device that && type == that.type && id == that.id;
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + id;
    }

    @Override
    public String toString() {
        String name = type.name().toLowerCase(Locale.ROOT);
        return type == DeviceType.CPU ? name : name + ":" + id;
    }
}
