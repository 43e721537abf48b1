package io.arrayport.arrow.ipc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One field of a schema. A dictionary-encoded field has the type of its indices' place in a batch: its children belong
 * to the dictionary and are dropped.
 *
 * @param name may be empty, and need not be unique
 */
public record IpcField(String name, boolean nullable, IpcType type, List<IpcField> children,
        Map<String, String> metadata) {
    /** Copies the collections, keeping their order. */
    public IpcField {
        children = List.copyOf(children);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
