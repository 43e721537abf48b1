package io.arrayport.core.ndarray;

import java.util.Locale;

/** What options are called, found out once for each class: making a name takes longer than adding ten numbers. */
final class Keyword extends ClassValue<String> {
    static final Keyword OF = new Keyword();

    private Keyword() {}

    @Override
    protected String computeValue(Class<?> type) {
        String name = type.getSimpleName().replace("Option", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
