import QtQuick
import Remise

/// Nothing to touch: the scanner answers. Where one thing only is right, its code is shown.
Item {
    id: card

    property string picture
    property string wanted
    property string text
    readonly property int frame: Math.min(280, height * 0.62)

    Column {
        anchors.centerIn: parent
        spacing: Math.min(32, card.height * 0.06)

        Item {
            anchors.horizontalCenter: parent.horizontalCenter
            width: card.frame
            height: card.frame

            Icon {
                name: "scan-frame"
                colour: Tokens.sun
                side: card.frame
            }

            Icon {
                anchors.centerIn: parent
                name: card.picture
                side: card.frame * 0.46
            }
        }

        Said {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            text: card.wanted
            strong: true
            font.pixelSize: 56
            font.letterSpacing: 2
        }

        Said {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            width: Math.min(implicitWidth, card.width)
            horizontalAlignment: Text.AlignHCenter
            text: card.text
            font.pixelSize: 28
            color: Tokens.muted
        }
    }
}
