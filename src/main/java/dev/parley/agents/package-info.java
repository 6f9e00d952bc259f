/// The agent a business describes: mission, greeting, stages, voice; and its links.
@NullMarked
package dev.parley.agents;

import org.jspecify.annotations.NullMarked;
