import QtQuick
import Remise

/// Nothing to touch: the scanner answers.
Item {
    id: card

    property string picture
    property string text

    Column {
        anchors.centerIn: parent
        spacing: 32

        Item {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 300
            height: 300

            Icon {
                anchors.fill: parent
                name: "scan-frame"
                colour: Tokens.sun
                side: 300
            }

            Icon {
                anchors.centerIn: parent
                name: card.picture
                side: 128
            }
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
