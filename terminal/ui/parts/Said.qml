import QtQuick
import Remise

/// A text on the floor: never smaller than 24.
Text {
    property bool strong: false

    color: Tokens.ink
    font.pixelSize: 24
    font.weight: strong ? Font.Bold : Font.Normal
    lineHeight: 1.1
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
}
