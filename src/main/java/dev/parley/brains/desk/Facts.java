package dev.parley.brains.desk;

import dev.parley.brains.knowledge.Knowledge;
import dev.parley.brains.knowledge.Library;
import dev.parley.brains.offers.Offers;

/// What an agent can look up: what its mission states, what is on sale, what documents say.
public record Facts(Knowledge stated, Offers offers, Library library) {}
