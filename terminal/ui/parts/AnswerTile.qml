import QtQuick
import Remise

/// One answer in a grid: its picture, its words, and its shape when it is a state.
Touchable {
    id: tile

    property string label
    property string icon
    property string sign
    readonly property color tone: sign === "" ? Tokens.teal : States.colourOf(sign)

    touchLabel: label
    edge: sign === "" ? Tokens.line : tone
    border.width: sign === "" ? 2 : 3

    StateSign {
        anchors { left: parent.left; top: parent.top; margins: 16 }
        sign: tile.sign
    }

    Column {
        anchors { left: parent.left; right: parent.right; margins: 14; verticalCenter: parent.verticalCenter }
        spacing: 12

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: tile.icon
            // Words that need two lines keep them.
            side: Math.min(120, tile.height * 0.5, Math.max(36, tile.height - words.height - 28))
            colour: tile.tone
        }

        Said {
            id: words

            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: tile.label
            strong: true
            font.pixelSize: 26
        }
    }
}
