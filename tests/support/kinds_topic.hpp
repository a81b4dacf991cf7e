// A topic file with one question of every kind, with the gaps that questions from elsewhere may have: no notes, reasons or
// explanations.
#pragma once

namespace certamen::test {

inline constexpr const char* kinds_topic = R"yaml(topic: kinds
title: {en: Kinds, es: Tipos}
domain: general
origin: imported
questions:
  - {id: single, kind: single, difficulty: 1, prompt: {en: "One?", es: "¿Uno?"},
     options: [{text: {en: "yes", es: "sí"}, correct: true}, {text: {en: "no", es: nada}}, {text: {en: none, es: ninguno}}]}
  - {id: multiple, kind: multiple, difficulty: 1, prompt: {en: "Choose two.", es: "Elija dos."},
     options: [{text: "1 yes", correct: true}, {text: "2 yes", correct: true}, {text: "3 no"}, {text: "4 no"}]}
  - {id: statement, kind: true_false, difficulty: 1, prompt: {en: Two is even., es: Dos es par.}, answer: true}
  - {id: number, kind: numeric, difficulty: 1, prompt: {en: "Two and two?", es: "¿Dos y dos?"}, answer: {value: 4}}
  - {id: order, kind: ordering, difficulty: 1, prompt: {en: Order them., es: Ordene.},
     items: [{text: {en: a1, es: b1}}, {text: {en: a2, es: b2}}, {text: {en: a3, es: b3}}, {text: {en: a4, es: b4}}]}
  - {id: pairs, kind: matching, difficulty: 1, prompt: {en: Match them., es: Empareje.},
     pairs: [{left: x1, right: y1}, {left: x2, right: y2}, {left: x3, right: y3}]}
  - {id: word, kind: short_text, difficulty: 1, prompt: {en: Say it., es: Dígalo.}, accept: ["Señal"]}
)yaml";

}  // namespace certamen::test
