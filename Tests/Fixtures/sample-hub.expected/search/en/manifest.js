hubwrightSearch("manifest",{"documents":76,"words":"0","endings":"a","texts":[37,39],"common":"of~the"});
