// Shapes as triangles with soft edges, in pixels.
//
// Every edge fades over one pixel by itself, so a picture is smooth on drivers without multisampling, and the same on
// all of them. SFML stays inside client/render: do not include this from outside.
#pragma once

#include <SFML/Graphics/VertexArray.hpp>
#include <vector>

#include "client/ui/scene.hpp"

namespace certamen::render {

using Points = std::vector<sf::Vector2f>;

// Appends the inside of a convex outline, or of one that can be seen whole from its middle.
void add_filled(sf::VertexArray& triangles, const Points& outline, sf::Color color);
// Appends a rectangle without soft edges; for what lies exactly on pixels.
void add_sharp(sf::VertexArray& triangles, const sf::FloatRect& rect, sf::Color color);
void add_box(sf::VertexArray& triangles, const sf::FloatRect& rect, float radius, sf::Color color);
void add_box_outline(sf::VertexArray& triangles, const sf::FloatRect& rect, float radius, float width, sf::Color color);
// Angles in turns from the top, clockwise; ends are round when the arc is open.
void add_arc(sf::VertexArray& triangles, sf::Vector2f centre, float radius, float thickness, float from, float sweep,
             sf::Color color);
void add_line(sf::VertexArray& triangles, sf::Vector2f from, sf::Vector2f to, float width, sf::Color color);

}  // namespace certamen::render
