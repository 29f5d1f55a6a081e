namespace NativeCallbacks.AbiTests.Child
{
    /// <summary>Where the elements of tensors lie.</summary>
    internal static class Layout
    {
        /// <summary>The indices of an element whose number counts row by row.</summary>
        public static nint[] Indices(int element, nint[] lengths)
        {
            var indices = new nint[lengths.Length];
            var left = (nint)element;
            for (var index = lengths.Length - 1; index >= 0; index--)
            {
                indices[index] = left % lengths[index];
                left /= lengths[index];
            }

            return indices;
        }

        /// <summary>The steps between neighbours, none where there are no neighbours.</summary>
        public static nint[] Strides(nint[] lengths, bool isColumnMajor)
        {
            var strides = new nint[lengths.Length];
            var stride = (nint)1;
            for (var step = 0; step < lengths.Length; step++)
            {
                var index = isColumnMajor ? step : lengths.Length - 1 - step;
                strides[index] = lengths[index] > 1 ? stride : 0;
                stride *= lengths[index];
            }

            return strides;
        }

        /// <summary>The place of an element whose number counts row by row, for targets whose tensors are spans.</summary>
        public static nint Place(int element, nint[] lengths, nint[] strides)
        {
            var indices = Indices(element, lengths);
            var place = (nint)0;
            for (var index = 0; index < indices.Length; index++)
            {
                place += indices[index] * strides[index];
            }

            return place;
        }
    }
}
