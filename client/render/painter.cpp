#include "client/render/painter.hpp"

#include <algorithm>
#include <cmath>

#include "client/render/mesh.hpp"
#include "client/ui/flatten.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/utf8.hpp"

namespace certamen::render {

namespace {

sf::Color color_of(ui::Color color) {
  return {color.red, color.green, color.blue, color.alpha};
}

// Edges on whole pixels, so that straight sides are sharp.
sf::FloatRect snapped(const ui::Rect& rect, float scale) {
  const float left = std::round(rect.x * scale);
  const float top = std::round(rect.y * scale);
  return {left, top, std::round(rect.right() * scale) - left, std::round(rect.bottom() * scale) - top};
}

void add_glyph(sf::VertexArray& triangles, const sf::Glyph& glyph, sf::Vector2f pen, sf::Color color) {
  // One pixel more on each side, where the texture fades out.
  constexpr float padding = 1;
  const float left = pen.x + glyph.bounds.left - padding;
  const float top = pen.y + glyph.bounds.top - padding;
  const float right = pen.x + glyph.bounds.left + glyph.bounds.width + padding;
  const float bottom = pen.y + glyph.bounds.top + glyph.bounds.height + padding;
  const float from_x = static_cast<float>(glyph.textureRect.left) - padding;
  const float from_y = static_cast<float>(glyph.textureRect.top) - padding;
  const float to_x = static_cast<float>(glyph.textureRect.left + glyph.textureRect.width) + padding;
  const float to_y = static_cast<float>(glyph.textureRect.top + glyph.textureRect.height) + padding;
  const sf::Vertex a{{left, top}, color, {from_x, from_y}};
  const sf::Vertex b{{right, top}, color, {to_x, from_y}};
  const sf::Vertex c{{right, bottom}, color, {to_x, to_y}};
  const sf::Vertex d{{left, bottom}, color, {from_x, to_y}};
  for (const sf::Vertex& vertex : {a, b, c, a, c, d}) triangles.append(vertex);
}

}  // namespace

void Painter::paint(sf::RenderTarget& target, const ui::Scene& scene) {
  if (!built_ || *built_ != scene) build(scene);
  const sf::Vector2f size{target.getSize()};
  const sf::View whole{sf::FloatRect{0, 0, size.x, size.y}};
  target.setView(whole);
  target.clear(background_);
  for (const Batch& each : batches_) {
    // A view of the same scale on a part of the target paints nothing beside it.
    sf::View view = whole;
    if (each.clip) {
      view = sf::View{*each.clip};
      view.setViewport(
          {each.clip->left / size.x, each.clip->top / size.y, each.clip->width / size.x, each.clip->height / size.y});
    }
    target.setView(view);
    sf::RenderStates states;
    states.texture = each.texture;
    target.draw(each.triangles, states);
  }
}

void Painter::build(const ui::Scene& scene) {
  batches_.clear();
  clip_.reset();
  scale_ = scene.scale;
  const ui::Scene flat = ui::flattened(scene);
  background_ = color_of(flat.background);
  for (const ui::Primitive& primitive : flat.primitives) {
    std::visit([this](const auto& drawn) { add(drawn); }, primitive);
  }
  built_ = scene;
}

sf::VertexArray& Painter::batch(const sf::Texture* texture) {
  if (batches_.empty() || batches_.back().texture != texture || batches_.back().clip != clip_) {
    batches_.push_back({texture, clip_, sf::VertexArray{sf::Triangles}});
  }
  return batches_.back().triangles;
}

sf::Vector2f Painter::pixels(ui::Point point) const {
  return {point.x * scale_, point.y * scale_};
}

void Painter::add(const ui::Box& box) {
  const sf::FloatRect rect = snapped(box.rect, scale_);
  const float radius = box.radius * scale_;
  if (box.fill.alpha != 0) add_box(batch(nullptr), rect, radius, color_of(box.fill));
  if (box.outline_width > 0 && box.outline.alpha != 0) {
    add_box_outline(batch(nullptr), rect, radius, std::max(1.0F, box.outline_width * scale_), color_of(box.outline));
  }
}

void Painter::add(const ui::Shape& shape) {
  Points outline;
  for (const ui::Point point : ui::outline(shape)) outline.push_back(pixels(point));
  add_filled(batch(nullptr), outline, color_of(shape.fill));
}

void Painter::add(const ui::Text& text) {
  const auto size = static_cast<unsigned>(std::max(1L, std::lround(text.font.size * scale_)));
  const sf::Font& font = fonts_.of(text.font.weight);
  // Lines stand on whole pixels, letters where the layout puts them: rounding each one would space small type unevenly.
  const float baseline = std::round(text.baseline.y * scale_);
  const auto height = static_cast<float>(size);
  if (clip_ && (baseline + height < clip_->top || baseline - 2 * height > clip_->top + clip_->height)) return;
  // Asking for a glyph first makes sure that the size's texture exists.
  (void)font.getGlyph(U'x', size, false);
  sf::VertexArray& triangles = batch(&font.getTexture(size));
  float pen = text.baseline.x;
  for (const ui::CodePoint& point : ui::code_points(text.text)) {
    const sf::Glyph& glyph = font.getGlyph(static_cast<sf::Uint32>(point.value), size, false);
    const float x = (pen + ui::glyph_shift(text.font, point.value)) * scale_;
    if (glyph.textureRect.width > 0) add_glyph(triangles, glyph, {x, baseline}, color_of(text.color));
    pen += ui::advance(text.font, point.value);
  }
}

void Painter::add(const ui::Arc& arc) {
  add_arc(batch(nullptr), pixels(arc.centre), arc.radius * scale_, arc.thickness * scale_, arc.from_turns, arc.sweep_turns,
          color_of(arc.color));
}

void Painter::add(const ui::ModuleGrid& grid) {
  if (grid.side == 0) return;
  // Whole pixels a module: readers want sharp edges more than the last bit of size.
  const auto side = static_cast<float>(grid.side);
  const float room = grid.rect.width * scale_;
  const float module = std::max(1.0F, std::floor(room / side));
  const sf::Vector2f corner = pixels({grid.rect.x, grid.rect.y});
  const float left = std::round(corner.x + (room - module * side) / 2);
  const float top = std::round(corner.y + (room - module * side) / 2);
  for (std::size_t i = 0; i < grid.dark.size(); ++i) {
    if (!grid.dark[i]) continue;
    const float x = left + module * static_cast<float>(i % grid.side);
    const float y = top + module * static_cast<float>(i / grid.side);
    add_sharp(batch(nullptr), {x, y, module, module}, color_of(grid.color));
  }
}

void Painter::add(const ui::Line& line) {
  add_line(batch(nullptr), pixels(line.from), pixels(line.to), std::max(1.0F, line.width * scale_), color_of(line.color));
}

void Painter::add(const ui::Clip& clip) {
  clip_.reset();
  if (clip.rect) clip_ = snapped(*clip.rect, scale_);
}

void Painter::add(const ui::Mark& mark) {
  for (const ui::Stroke& stroke : ui::strokes(mark)) {
    Points points;
    for (const ui::Point point : stroke.points) points.push_back(pixels(point));
    if (stroke.filled) {
      add_filled(batch(nullptr), points, color_of(mark.color));
      continue;
    }
    const float width = std::max(1.0F, stroke.width * scale_);
    for (std::size_t i = 1; i < points.size(); ++i)
      add_line(batch(nullptr), points[i - 1], points[i], width, color_of(mark.color));
  }
}

}  // namespace certamen::render
