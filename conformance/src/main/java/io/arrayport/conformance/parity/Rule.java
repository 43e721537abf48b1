package io.arrayport.conformance.parity;

/**
 * A line of {@code excluded.txt} or {@code known.txt}.
 *
 * @param place file and line, for messages
 * @param glob which names, or which ids of cases
 * @param reason why
 */
record Rule(String place, Glob glob, String reason) {}
