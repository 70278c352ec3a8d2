import QtQuick
import Remise

/// A picture of the one family, in any colour.
Image {
    id: icon

    property string name
    property color colour: Tokens.ink
    property int side: 48

    width: side
    height: side
    // Twice as fine as drawn, so that it stays sharp on large screens.
    sourceSize { width: side * 2; height: side * 2 }
    source: name === "" ? "" : "image://icons/" + name + "/" + colour.toString().slice(-6)
    fillMode: Image.PreserveAspectFit
    smooth: true
}
