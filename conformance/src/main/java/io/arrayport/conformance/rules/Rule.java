package io.arrayport.conformance.rules;

/**
 * A line of {@link Rules}.
 *
 * @param place file and line, for messages
 * @param glob what it is about
 * @param reason why
 */
public record Rule(String place, Glob glob, String reason) {}
