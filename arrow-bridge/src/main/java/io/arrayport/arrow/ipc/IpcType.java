package io.arrayport.arrow.ipc;

import java.util.Optional;

import io.arrayport.arrow.type.ArrowNumber;

/**
 * The type of one field.
 *
 * @param text what a person calls it, such as {@code timestamp[us, UTC]}
 * @param layout which buffers it brings
 * @param number its row in the table of plain numbers; empty for every other type
 */
public record IpcType(String text, BufferLayout layout, Optional<ArrowNumber> number) {
    static IpcType of(String text, BufferLayout layout) {
        return new IpcType(text, layout, Optional.empty());
    }

    /** The type of a column of plain numbers. */
    public static IpcType of(ArrowNumber number) {
        return new IpcType(number.arrowName(), BufferLayout.FIXED, Optional.of(number));
    }
}
