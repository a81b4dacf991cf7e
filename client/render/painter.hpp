// From a Scene to triangles and letters on an SFML target.
//
// Keeps the triangles of the last scene and builds them again only when the scene is another. One thread, the one that
// owns the target. SFML stays inside client/render: do not include this from outside.
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/VertexArray.hpp>
#include <optional>
#include <vector>

#include "client/render/fonts.hpp"
#include "client/ui/scene.hpp"

namespace certamen::render {

class Painter {
 public:
  explicit Painter(Fonts fonts) : fonts_(std::move(fonts)) {}

  // Covers the whole target, whose size in pixels should be the one the scene was made for.
  void paint(sf::RenderTarget& target, const ui::Scene& scene);

 private:
  struct Batch {
    const sf::Texture* texture = nullptr;
    std::optional<sf::FloatRect> clip;  // in whole pixels
    sf::VertexArray triangles{sf::Triangles};
  };

  void build(const ui::Scene& scene);
  sf::VertexArray& batch(const sf::Texture* texture);
  void add(const ui::Box& box);
  void add(const ui::Shape& shape);
  void add(const ui::Text& text);
  void add(const ui::Arc& arc);
  void add(const ui::ModuleGrid& grid);
  void add(const ui::Line& line);
  void add(const ui::Mark& mark);
  void add(const ui::Clip& clip);
  [[nodiscard]] sf::Vector2f pixels(ui::Point point) const;

  Fonts fonts_;
  std::optional<ui::Scene> built_;
  std::vector<Batch> batches_;
  std::optional<sf::FloatRect> clip_;
  sf::Color background_;
  float scale_ = 1;
};

}  // namespace certamen::render
